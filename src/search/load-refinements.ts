import { loadScript } from '../sharing/load-script.js';
import { once } from '../sharing/once.js';

/**
 * Filters, counts of facets, and orders but that of scores: a question of words alone needs none of them.
 * @throws LookbackError `index-unreachable`; who asks next tries again
 */
export const loadRefinements = once(() => loadScript('filters', () => import('./refinements.js')));
