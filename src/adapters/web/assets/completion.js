/**
 * Completion under a line, as chat platforms have it: arrows choose, Tab and Enter accept, Escape closes. Where nothing
 * is offered, Enter sends and the arrows lead through the lines before.
 */
export function completeIn(input, list, { complete, send, recall }) {
  let choices = [];
  /** The line before the word that the choices complete; what is typed after they were asked for belongs to that word. */
  let before = '';
  let chosen = -1;
  let asked = 0;

  const close = () => {
    // Choices that are still to arrive do not open the list again.
    asked += 1;
    choices = [];
    chosen = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (index) => {
    chosen = (index + choices.length) % choices.length;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === chosen));
    list.children[chosen].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `choice-${chosen}`);
  };

  const open = () => {
    list.replaceChildren(...choices.map(option));
    list.hidden = choices.length === 0;
    input.setAttribute('aria-expanded', String(choices.length > 0));
    chosen = -1;
    input.removeAttribute('aria-activedescendant');
  };

  /** The whole word is replaced; an option that waits for its value stays open. */
  const accept = (index) => {
    const { value } = choices[index];
    input.value = `${before}${value}${value.endsWith(':') ? '' : ' '}`;
    close();
    offer();
  };

  const offer = async () => {
    const line = input.value;
    const number = ++asked;
    if (!line.startsWith('/') || input.selectionStart !== line.length) return close();
    const answer = await complete(line).catch(() => ({ word: '', choices: [] }));
    // Only the answer to what stands there now counts.
    if (number !== asked) return;
    before = line.slice(0, line.length - answer.word.length);
    choices = answer.choices;
    open();
  };

  const keys = {
    ArrowDown: () => (choices.length > 0 ? choose(chosen + 1) : recall(1)),
    ArrowUp: () => (choices.length > 0 ? choose(chosen < 0 ? choices.length - 1 : chosen - 1) : recall(-1)),
    Tab: () => accept(Math.max(chosen, 0)),
    Escape: close,
    Enter: () => {
      if (chosen >= 0) return accept(chosen);
      close();
      send();
    },
  };

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.shiftKey || !Object.hasOwn(keys, event.key)) return;
    if (event.key === 'Tab' && choices.length === 0) return;
    event.preventDefault();
    keys[event.key]();
  });
  input.addEventListener('input', offer);
  input.addEventListener('blur', close);
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const index = [...list.children].indexOf(event.target.closest('li'));
    if (index >= 0) accept(index);
  });
}

function option({ label, value }, index) {
  const item = document.createElement('li');
  item.id = `choice-${index}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  const shown = Object.assign(document.createElement('strong'), { textContent: value });
  item.append(shown);
  if (label && label !== value) item.append(' ', Object.assign(document.createElement('span'), { textContent: label }));
  return item;
}
