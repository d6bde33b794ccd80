import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import {
  AttendanceSheetType,
  RecordAttendanceInput,
  RecordAttendancePayload,
} from './attendance-sheet.type.js';
import {
  SheetViolationConnectionType,
  SheetViolationFilter,
  type SheetViolationType,
} from './sheet-violation.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => AttendanceSheetType)
export class AttendanceSheetResolver {
  @RequiresScope(EDUCATION_SCOPES.readAbsences)
  @Query(() => AttendanceSheetType, {
    nullable: true,
    description: describe(
      'Attendance sheet of a class and day',
      '班级考勤表',
      'whether it is in, and since when.',
    ),
  })
  attendanceSheet(
    @Arg('schoolClass', () => String, { description: describe('Class code', '班级代码') })
    schoolClass: string,
    @Arg('date', () => IsoDateScalar, { description: describe('Day', '日期') }) date: string,
    @Ctx() { loaders }: Context,
  ): Promise<AttendanceSheetType> {
    return loaders.findAttendanceSheet(schoolClass, date);
  }

  @RequiresScope(EDUCATION_SCOPES.recordAttendance)
  @Mutation(() => RecordAttendancePayload, {
    description: describe(
      'Records the attendance sheet of a class and day',
      '登记班级考勤表',
      'a correction replaces what was recorded; every clock is computed anew.',
    ),
  })
  recordAttendance(
    @Arg('input', () => RecordAttendanceInput, { description: describe('The sheet', '考勤表') })
    input: RecordAttendanceInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordAttendancePayload> {
    return loaders.recordAttendance(input);
  }

  @RequiresScope(EDUCATION_SCOPES.listViolations)
  @Query(() => SheetViolationConnectionType, {
    nullable: true,
    description: describe(
      'Attendance sheets within reach that did not come in on their day',
      '考勤漏报迟报列表',
      'derived; the latest day first. Of classes whose attendance is imported none is owed.',
    ),
  })
  attendanceSheetViolations(
    @Arg('filter', () => SheetViolationFilter, {
      nullable: true,
      description: describe('Which sheets', '筛选条件'),
    })
    filter: SheetViolationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<SheetViolationType>> {
    return loaders.listSheetViolations(filter ?? {}, page);
  }
}
