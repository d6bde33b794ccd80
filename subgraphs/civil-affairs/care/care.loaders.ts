import type { LoaderContext } from '../../_kit/request-context.js';
import { createVerificationLoaders } from '../../_kit/verification/verification.loaders.js';
import type { EntrustGuardianInput } from './care.input.js';
import { entrustGuardian } from './entrust-guardian.js';
import { VERIFY_SPECIAL_GROUP_RECORD } from './special-group-records.js';

/** Checks of special groups' records and entrusted guardians, for one request. */
export function createCareLoaders(context: LoaderContext) {
  return {
    ...createVerificationLoaders(context, VERIFY_SPECIAL_GROUP_RECORD),
    entrustGuardian: (input: EntrustGuardianInput) => entrustGuardian(context, input),
  };
}
