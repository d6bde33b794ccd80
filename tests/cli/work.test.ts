import { renderWork } from '../../cli/picture/render-work.js';

const group = (kind: string, open: number | null, overdue: number | null) => ({ kind, open, overdue });
const answerOf = (...groups: ReturnType<typeof group>[]) => ({ data: { workAtEducation: { groups } } });

test('a persona has one line with what is to be done, and how much of it is late', () => {
  const answer = answerOf(group('CALL_ROLL 进班点名', 3, 1), group('MARK_STATUS 学籍系统标注', 2, 0));
  expect(renderWork('班主任', answer)).toBe(
    '  班主任: CALL_ROLL 进班点名 3 (1 overdue) · MARK_STATUS 学籍系统标注 2',
  );
});

test('nothing to do is said once, and no kind of work is no line', () => {
  expect(renderWork('班主任', answerOf(group('CALL_ROLL 进班点名', 0, 0)))).toBe('  班主任: nothing');
  expect(renderWork('分析人员', answerOf())).toBeNull();
});

test('what is not known is never nothing', () => {
  expect(renderWork('班主任', answerOf(group('CALL_ROLL 进班点名', null, null)))).toBe(
    '  班主任: CALL_ROLL 进班点名 unknown',
  );
  const silent = {
    data: { workAtEducation: null },
    errors: [{ message: 'down', extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'education' } }],
  };
  expect(renderWork('班主任', silent)).toBe('  班主任: education unknown');
});
