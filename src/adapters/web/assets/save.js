/** Offers to save the article of an answer: of each article once, as its buttons may lead to it again. */
export function offerToSave(entry, { article, note, label }, save) {
  if (entry.querySelector('.save')?.dataset.article === article) return;
  entry.querySelector('.save')?.remove();
  const offer = document.createElement('p');
  offer.className = 'save';
  offer.dataset.article = article;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  // Tells screen readers what comes of it.
  const said = Object.assign(document.createElement('span'), { role: 'status', textContent: note });
  offer.append(said, ' ', button);
  entry.querySelector('.asked').after(offer);
  button.addEventListener('click', async () => {
    // A disabled button would lose the focus.
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    const { text, isSaved, href } = await save(article);
    button.ariaDisabled = 'false';
    said.textContent = text;
    if (isSaved) replaceByLink(button, href);
  });
}

/** The place of the button is taken by a link to the saved article, which gets the focus. */
function replaceByLink(button, href) {
  if (!href) return button.remove();
  const link = Object.assign(document.createElement('a'), { href, textContent: 'Open it in the reader' });
  button.replaceWith(link);
  link.focus();
}
