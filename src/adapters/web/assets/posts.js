import { followViews } from './views.js';

followViews();
for (const box of document.querySelectorAll('[data-accent]')) box.style.setProperty('--accent', box.dataset.accent);
