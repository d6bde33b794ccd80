import type { RegisterLoader } from '../../_kit/register/register-loader.js';
import type { StudyElsewhere } from '../status/study-elsewhere.entity.js';

/**
 * A register that schools keep, as it answers about one child: the silence of this county's schools is "none" for a
 * child who goes to no school, and says nothing of one who is known to study in another county.
 */
export function schoolKept<Row>(
  register: RegisterLoader<Row>,
  studyElsewhere: RegisterLoader<StudyElsewhere>,
): Pick<RegisterLoader<Row>, 'load'> {
  return {
    // Both are asked for at one moment, so they still go in one statement.
    async load(student) {
      const [answer, elsewhere] = await Promise.all([register.load(student), studyElsewhere.load(student)]);
      return answer.register.state === 'NO_RECORD' && elsewhere.rows.length > 0
        ? { ...answer, register: { ...answer.register, state: 'OUT_OF_COVERAGE' } }
        : answer;
    },
  };
}
