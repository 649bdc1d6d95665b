import { generatedProperties } from './generated.ts';

generatedProperties(Number(process.env.PROPERTY_RUNS ?? 300));
