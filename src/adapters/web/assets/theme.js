import { followViews } from './views.js';

followViews();
