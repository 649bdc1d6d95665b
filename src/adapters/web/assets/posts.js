import { followViews } from './views.js';

followViews();
for (const box of document.querySelectorAll('[data-accent]')) box.style.setProperty('--accent', box.dataset.accent);
// Nothing has been posted yet: there is nothing to press.
for (const control of document.querySelectorAll('.pane :is(button, select)')) control.disabled = true;
