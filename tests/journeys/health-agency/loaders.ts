import { createRegisterLoader } from '../../../subgraphs/_kit/register/register-loader.js';
import type { LoaderContext } from '../../../subgraphs/_kit/request-context.js';
import type { HealthRegister } from './registers.js';
import { VaccinationEntity } from './vaccination.entity.js';

export type HealthLoaders = ReturnType<typeof createHealthLoaders>;

const VACCINATIONS: HealthRegister = 'VACCINATIONS';

export function createHealthLoaders(context: LoaderContext) {
  return {
    vaccinations: createRegisterLoader(context, VaccinationEntity, {
      register: VACCINATIONS,
      orderBy: 'given_on desc, id desc',
    }),
  };
}
