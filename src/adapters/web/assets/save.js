/** Offers to save the article of an answer: of each article once, as its buttons may lead to it again. */
export function offerToSave(entry, { article, note, label }, save) {
  if (entry.querySelector('.save')?.dataset.article === article) return;
  entry.querySelector('.save')?.remove();
  const offer = document.createElement('p');
  offer.className = 'save';
  offer.dataset.article = article;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  offer.append(`${note} `, button);
  entry.querySelector('.asked').after(offer);
  button.addEventListener('click', async () => {
    // A disabled button would lose the focus.
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    const saved = await save(article);
    button.ariaDisabled = 'false';
    if (saved) showSaved(offer, saved);
  });
}

/** The place of the button is taken by a link to the saved article, which gets the focus. */
function showSaved(offer, { text, href }) {
  offer.textContent = `${text} `;
  if (!href) return;
  const link = Object.assign(document.createElement('a'), { href, textContent: 'Open it in the reader' });
  offer.append(link);
  link.focus();
}
