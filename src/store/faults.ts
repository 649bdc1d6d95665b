import { explained } from './complaints.ts';

/** Every failure of the file in words for whoever runs the process; any other error stays what it is. */
export const plainly = (error: unknown): unknown => explained(error, 'The file that ONRECORD_DATA names');
