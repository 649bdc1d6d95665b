import fc from 'fast-check';

/**
 * The seed of every random property: the same each time unless PROPERTY_SEED names another, or `random`. Where a
 * property fails, fast-check prints its seed.
 */
const given = process.env.PROPERTY_SEED ?? '20250309';
const seed = given === 'random' ? Date.now() % 2 ** 31 : Number(given);
if (!Number.isSafeInteger(seed)) throw new Error('PROPERTY_SEED is no whole number: name one, or “random”.');

fc.configureGlobal({ seed });

export default fc;
