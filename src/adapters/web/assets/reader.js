import { followViews } from './views.js';

followViews();

const form = document.querySelector('form.filters');
const notes = [...document.querySelectorAll('li.note')];
const words = [...document.querySelectorAll('[data-said]')];
const cuesAndSources = [...document.querySelectorAll('[data-about]')];
const count = document.querySelector('.count');
const noteOf = (id) => document.getElementById(`note-${id}`);

/** Leaves the words of one speaker or one side in colour and underlined, and their notes open to view. */
function filter() {
  const { speaker, side } = Object.fromEntries(new FormData(form));
  const fits = (note) => (!speaker || note.dataset.speaker === speaker) && (!side || note.dataset.side === side);
  const shown = new Set(notes.filter(fits).map((note) => note.id.slice('note-'.length)));
  for (const note of notes) note.hidden = !fits(note);
  const isShown = (ids) => ids.split(' ').some((id) => shown.has(id));
  for (const word of words) word.classList.toggle('faded', !isShown(word.dataset.said));
  for (const word of cuesAndSources) word.classList.toggle('unmarked', !isShown(word.dataset.about));
  count.textContent = shown.size === notes.length ? '' : `${shown.size} of ${notes.length} statements`;
}
form?.addEventListener('change', filter);
form?.addEventListener('submit', (event) => event.preventDefault());
if (form) filter();

let opened = [];

/** Closes the notes that opened by themselves; those that were opened by hand stay. */
function closeNotes() {
  for (const note of opened) {
    note.classList.remove('current');
    if (!note.dataset.kept) note.querySelector('details').open = false;
  }
  opened = [];
}

/** The notes of the words under the pointer or in focus open, and stay until other words are pointed at. */
function openNotes({ target }) {
  const at = target.closest?.('[data-said]');
  if (!at) return;
  closeNotes();
  opened = at.dataset.said
    .split(' ')
    .map(noteOf)
    .filter((note) => note && !note.hidden);
  for (const note of opened) {
    note.classList.add('current');
    note.querySelector('details').open = note === opened[0];
  }
}
document.addEventListener('pointerover', openNotes);
document.addEventListener('focusin', openNotes);

/** The words lead to their note: it opens, and takes the focus. */
document.addEventListener('click', (event) => {
  const at = event.target.closest?.('a.said, [data-said]');
  if (!at || String(getSelection())) return;
  const note = noteOf(at.dataset.said.split(' ')[0]);
  if (!note || note.hidden) return;
  event.preventDefault();
  note.querySelector('details').open = true;
  note.querySelector('summary').focus();
});

document.addEventListener('click', ({ target }) => {
  const note = target.closest?.('.note summary')?.closest('.note');
  if (note) note.dataset.kept = note.querySelector('details').open ? '' : 'yes';
});

/** Escape closes the notes, and leads from a note back to its words. */
document.addEventListener('keydown', ({ key, target }) => {
  if (key !== 'Escape') return;
  const note = target.closest?.('.note');
  closeNotes();
  if (!note) return;
  delete note.dataset.kept;
  note.querySelector('details').open = false;
  document.getElementById(note.id.slice('note-'.length))?.focus();
  closeNotes();
});
