import { completeIn } from './completion.js';
import { receiveFiles } from './files.js';
import { offerToSave } from './save.js';
import { applyViews } from './views.js';

const base = document.body.dataset.base;
const conversation = document.querySelector('.conversation');
const form = document.querySelector('form.ask');
const input = document.querySelector('#line');
const status = document.querySelector('.status');
const dialog = document.querySelector('dialog');
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** The most code units of a line that are shown above its answer. */
const MAX_ASKED = 300;

applyViews();

/** Asks this process; a refusal is told in its own words. */
async function request(path, body, type = 'application/json') {
  const response = await fetch(`${base}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-onrecord': 'page' },
    body,
  });
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}

const ask = (path, fields) => request(path, JSON.stringify(fields));

/** Runs one request; what goes wrong is told where the answer would have been. */
async function turn(asked, line, pane) {
  status.textContent = 'Asking …';
  try {
    show(await asked, line, pane);
    status.textContent = '';
  } catch (error) {
    status.textContent = reasonOf(error);
  }
}

const reasonOf = (error) =>
  error instanceof TypeError ? 'Onrecord does not answer: is it still running?' : error.message;

/** Puts what came back where it belongs: a form over the page, a copy in place, a post or an answer at the end. */
function show({ line, own, post, form: opened, save }, typed, pane) {
  if (opened) return openForm(opened);
  if (post) append('post', 'shared', post);
  if (!own) return;
  if (pane) replace(pane, own);
  const entry = pane ? pane.closest('li') : append('own', typed ?? line ?? '', own);
  if (save) offerToSave(entry, save, saveArticle);
}

/** Saves an article in the content folder; returns where it is then, or why it is not saved. */
async function saveArticle(article) {
  try {
    const { id, ...saved } = await ask('save', { article });
    return { ...saved, href: id && `${base}/articles/${encodeURIComponent(id)}` };
  } catch (error) {
    return { text: reasonOf(error), isSaved: false };
  }
}

function append(kind, line, message) {
  document.querySelector('.welcome').hidden = true;
  const entry = document.createElement('li');
  entry.className = kind;
  const asked = document.createElement('p');
  asked.className = 'asked';
  asked.textContent = shortened(line);
  entry.append(asked, document.querySelector(`template#${kind}`).content.cloneNode(true));
  conversation.append(entry);
  fill(entry, message);
  entry.tabIndex = -1;
  entry.scrollIntoView({ block: 'start' });
  return entry;
}

/** What was asked, without most of a pasted text; cut between graphemes, so that no emoji is shown in half. */
function shortened(line) {
  const first = graphemes.segment(line).containing(MAX_ASKED);
  return first ? line.slice(0, first.index).concat('…') : line;
}

/** A button of a copy that only the user sees changes it in place, as both platforms do. */
function replace(pane, message) {
  fill(pane.closest('li'), message);
  pane.querySelector('.body').tabIndex = -1;
  pane.querySelector('.body').focus({ preventScroll: true });
  // A shorter answer than before may end above the window.
  const isAbove = pane.getBoundingClientRect().top < 0;
  pane.scrollIntoView({ block: isAbove ? 'start' : 'nearest' });
}

/** Every text in the markup was escaped where it was written; the policy of the page runs no script in it. */
function fill(entry, message) {
  for (const [platform, markup] of Object.entries(message)) {
    const body = entry.querySelector(`.${platform} .body`);
    body.innerHTML = markup;
    for (const box of body.querySelectorAll('[data-accent]')) box.style.setProperty('--accent', box.dataset.accent);
  }
}

const platformOf = (pane) => (pane.classList.contains('discord') ? 'discord' : 'slack');

const controlOf = ({ dataset }) => ({ action: dataset.action, block: dataset.block ?? '', value: dataset.value ?? '' });

conversation.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-action]');
  if (!button) return;
  const pane = button.closest('.pane');
  turn(ask('use', { platform: platformOf(pane), ...controlOf(button) }), undefined, pane);
});

conversation.addEventListener('change', (event) => {
  const menu = event.target.closest('select[data-action]');
  if (!menu?.value) return;
  const pane = menu.closest('.pane');
  turn(ask('use', { platform: platformOf(pane), ...controlOf(menu), chosen: menu.value }), undefined, pane);
});

function send(text) {
  const line = text.trim();
  if (line === '') return;
  remember(line);
  input.value = '';
  turn(ask('ask', { line }), line);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  send(input.value);
});

document.querySelector('.examples').addEventListener('click', ({ target }) => {
  if (target.dataset.line) send(target.dataset.line);
});

const upload = (query, body, type) => request(`upload${query}`, body, type);

receiveFiles({
  input,
  briefText: (text) => turn(upload('', text, 'text/plain'), 'A pasted text'),
  briefFile: (file) =>
    turn(upload(`?name=${encodeURIComponent(file.name)}`, file, 'application/octet-stream'), file.name),
  send,
  refuse: (reason) => {
    status.textContent = reason;
  },
});

// Forms, as Slack opens them over the page.

const fieldsOf = (within) =>
  [...within.querySelectorAll('[data-type]')].map((field) => ({
    ...controlOf(field),
    type: field.dataset.type,
    value: field.type === 'checkbox' && !field.checked ? '' : field.value,
  }));

function openForm(markup) {
  dialog.innerHTML = markup;
  dialog.showModal();
}

dialog.addEventListener('click', ({ target }) => {
  if (target.closest('.cancel')) dialog.close();
});
dialog.addEventListener('submit', (event) => {
  event.preventDefault();
  const { callback } = event.target.dataset;
  const fields = fieldsOf(event.target);
  dialog.close();
  turn(ask('form', { callback, fields }));
});
dialog.addEventListener('input', async ({ target }) => {
  if (target.list) await offer(target);
});
dialog.addEventListener('focusin', async ({ target }) => {
  if (target.list?.childElementCount === 0) await offer(target);
});

/** The values that fit what is typed into a field so far. */
async function offer(field) {
  const choices = await ask('options', { ...controlOf(field), value: field.value, fields: fieldsOf(dialog) }).catch(
    () => [],
  );
  field.list.replaceChildren(
    ...choices.map(({ label, value }) => Object.assign(document.createElement('option'), { value, label })),
  );
}

// The line: completion, and the lines before it.

const history = [];
let at = 0;

function remember(line) {
  if (history.at(-1) !== line) history.push(line);
  at = history.length;
}

/** Leads through the lines that were sent, like a terminal. */
function recall(step) {
  const next = Math.min(Math.max(at + step, 0), history.length);
  if (next === at) return;
  at = next;
  input.value = history[at] ?? '';
}

completeIn(input, document.querySelector('#choices'), {
  complete: (line) => ask('complete', { line }),
  send: () => form.requestSubmit(),
  recall,
});

input.focus();
