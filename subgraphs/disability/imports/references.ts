import { RegisteredChildEntity } from '../registered-child.entity.js';

/** Who knows a child by the federation's number. */
export const REGISTERED_CHILDREN = [RegisteredChildEntity];
