import { civilAffairsRegisters } from './civil-affairs.registers.js';
import { disabilityRegisters } from './disability.registers.js';
import { educationRegisters } from './education.registers.js';
import { labourRegisters } from './labour.registers.js';
import { policeRegisters } from './police.registers.js';
import { povertyRegisters } from './poverty.registers.js';
import type { AgencyRegisterWriter } from './row-sink.js';

/** The agencies that import registers, in the order of the registry. */
export const REGISTER_WRITERS: readonly AgencyRegisterWriter[] = [
  educationRegisters,
  policeRegisters,
  civilAffairsRegisters,
  disabilityRegisters,
  labourRegisters,
  povertyRegisters,
];
