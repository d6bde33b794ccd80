import { FloatingPopulationRecordEntity } from '../floating-population.entity.js';
import { ResidentEntity } from '../resident.entity.js';

/** Who knows a child by the population system's number. */
export const RESIDENTS = [ResidentEntity, FloatingPopulationRecordEntity];
