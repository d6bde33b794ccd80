import { readFileSync } from 'node:fs';
import { createLabeller } from '../../cli/picture/label-answer.js';
import { renderPicture } from '../../cli/picture/render-picture.js';

const supergraph = readFileSync('schema/supergraph.graphql', 'utf8');
const operation = readFileSync('schema/operations/SupportPicture.graphql', 'utf8');
const register = { state: 'FOUND', freshness: 'STALE', asOf: '2026-11-19T16:00:00Z', source: 'x' };

const answer = {
  data: {
    student: {
      id: 'a'.repeat(26),
      registerEntry: { register, standing: 'SUSPECTED', focusGroups: ['DISABLED', 'GRADE_8'] },
      schooling: {
        studentStatus: {
          register,
          current: { status: 'ENROLLED', school: { code: '2152000001', name: '印江某小学' }, changes: null },
        },
        attendance: {
          register,
          spells: [
            {
              kind: 'SUSPECTED_DROPOUT',
              from: '2026-11-17',
              to: '2026-11-20',
              schoolDays: 4,
              calendarDays: 4,
              isOpen: true,
            },
          ],
        },
      },
      disability: null,
    },
  },
};

const drawn = renderPicture(createLabeller(supergraph)(answer, operation), { colour: false });

test('the picture names every value by its field and every code in Chinese', () => {
  expect(drawn).toContain('standing: SUSPECTED 疑似辍学');
  expect(drawn).toMatch(/focus groups: DISABLED [^,]*\p{Script=Han}[^,]*, GRADE_8 [^,]*\p{Script=Han}/u);
  expect(drawn).toMatch(
    /- kind: SUSPECTED_DROPOUT \S*\p{Script=Han}\S* · from: 2026-11-17 · to: 2026-11-20 · school days: 4 · calendar days: 4 · is open: yes/u,
  );
});

test('a code is worded by the list that its field belongs to', () => {
  expect(drawn).toContain('status: ENROLLED 在读');
  expect(drawn).toMatch(/attendance \[FOUND \S+ as of 2026-11-20, stale\]/);
});

test('a school is its name and code, and an agency without answer is unknown', () => {
  expect(drawn).toContain('school: 印江某小学 (2152000001)');
  expect(drawn).toContain('disability: unknown');
});
