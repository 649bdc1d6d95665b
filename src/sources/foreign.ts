import type { UserError } from '#core/errors';

/** Whether a text was refused because of its language: its summary would be refused, too. */
export const isForeign = ({ text }: UserError): boolean => typeof text === 'object' && text.key === 'read.foreign';
