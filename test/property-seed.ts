/**
 * Property tests draw the same cases each time, so that the same code has the same verdict wherever it is tested.
 * `PROPERTY_SEED=<number>` draws others: look for more with a new number now and then.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? 20_261_123) });
