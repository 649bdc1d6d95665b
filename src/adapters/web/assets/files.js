/** A single line of up to this length may be a command. */
const MAX_LINE = 400;

const isLink = (text) => /^https?:\/\/\S+$/i.test(text);

/** Texts, links and files that are pasted, dropped anywhere on the page, or chosen: each is briefed at once. */
export function receiveFiles({ input, briefText, briefFile, send, refuse }) {
  const chooser = document.querySelector('.file input');
  const maxBytes = Number(chooser.dataset.maxBytes);

  const receiveAll = async (files) => {
    for (const file of [...files]) {
      if (file.size <= maxBytes) await briefFile(file);
      else refuse(`${file.name} is too large: ${maxBytes / 1_000_000} MB at most. Save only the article.`);
    }
  };

  /** Returns whether a text was briefed; a short one may be a command, or part of one. */
  const receiveText = (given) => {
    const text = given.trim();
    if (isLink(text) && input.value.trim() === '') send(text);
    else if (text.includes('\n') || text.length > MAX_LINE) briefText(text);
    else return false;
    return true;
  };

  document.addEventListener('paste', (event) => {
    const { target, clipboardData } = event;
    if (target !== input && target.closest?.('input, select, dialog')) return;
    const text = clipboardData.getData('text/plain');
    if (text.trim() !== '') {
      if (receiveText(text)) event.preventDefault();
      // Outside of the line, a short text would be lost.
      else if (target !== input) input.focus();
    } else if (clipboardData.files.length > 0) {
      event.preventDefault();
      receiveAll(clipboardData.files);
    }
  });

  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) document.body.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    const { files } = event.dataTransfer;
    if (files.length > 0) receiveAll(files);
    else receiveDropped(event.dataTransfer.getData('text/plain').trim());
  });
  chooser.addEventListener('change', async () => {
    await receiveAll(chooser.files);
    chooser.value = '';
  });

  /** A dropped text is never a command. */
  function receiveDropped(text) {
    if (isLink(text)) send(text);
    else if (text !== '') briefText(text);
  }
}
