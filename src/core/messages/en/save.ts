/** Saving a dropped text or a link in the content folder. */
export const SAVE = {
  'save.note': 'This article is only in memory.',
  'save.label': 'Save in the content folder',
  'save.done': 'Saved in the content folder as {file}.',
  'save.already': 'It is in the content folder already, as {file}.',
  'save.gone': 'This article is no longer in memory: give it again, and save it then.',
  'save.diskFull': 'The disk is full: make room for the article and try again.',
  'save.readOnly':
    'The content folder {folder} is read-only: make it writable, or name another one in ONRECORD_CONTENT.',
  'save.noPermission': 'No permission to write to the content folder {folder}: change its mode or owner.',
  'save.noFolder': 'There is no content folder {folder}: create it and try again.',
  'save.failed': 'The article cannot be written to the content folder {folder} ({code}): check it.',
} as const;
