import { generatedProperties } from './generated.ts';

generatedProperties(10);
