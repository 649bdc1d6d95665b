import type { UserError } from '#core/errors';

/** Whether a text was refused for its language: its summary would be, too. */
export const isForeign = ({ text }: UserError): boolean => typeof text === 'object' && text.key === 'read.foreign';
