import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import { routesOf, type AbsenceRoute } from './absence-routes.js';
import type { Absence } from './absence.entity.js';
import { AbsenceRouteEnum } from './absence.enums.js';
import { AbsenceFilter, AbsenceSpellFilter } from './absence.input.js';
import {
  AbsenceConnectionType,
  AbsenceSpellConnectionType,
  AbsenceSpellType,
  AttendanceRegisterType,
} from './absence.type.js';
import { GuardianContactType } from '../care/guardian-contact.type.js';
import type { PupilAbsenceSpell } from './attendance-clock.js';
import { pageOfRows } from '../../_kit/schema/list-page.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { SchoolingType } from '../status/schooling.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver()
export class AbsenceListResolver {
  @RequiresScope(EDUCATION_SCOPES.readAbsences)
  @Query(() => AbsenceConnectionType, {
    nullable: true,
    description: describe('Absences within reach', '缺勤列表', 'of the current term, newest first.'),
  })
  absences(
    @Arg('filter', () => AbsenceFilter, {
      nullable: true,
      description: describe('Which absences', '筛选条件'),
    })
    filter: AbsenceFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Absence>> {
    return loaders.listAbsences(filter ?? {}, page);
  }

  @RequiresScope(EDUCATION_SCOPES.readAbsences)
  @Query(() => AbsenceSpellConnectionType, {
    nullable: true,
    description: describe(
      'Open spells of unexcused absence within reach',
      '连续无故缺勤列表',
      'longest first; each child once, with its present spell.',
    ),
  })
  absenceSpells(
    @Arg('filter', () => AbsenceSpellFilter, {
      nullable: true,
      description: describe('Which spells', '筛选条件'),
    })
    filter: AbsenceSpellFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PupilAbsenceSpell>> {
    return loaders.listAbsenceSpells(filter ?? {}, page);
  }
}

@Resolver(() => SchoolingType)
export class SchoolingAttendanceResolver {
  @FieldResolver(() => AttendanceRegisterType, { description: describe('Attendance of the term', '考勤') })
  async attendance(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    return { student, ...(await loaders.attendance.load(student)) };
  }
}

@Resolver(() => AttendanceRegisterType)
export class AttendanceRegisterResolver {
  @FieldResolver(() => AbsenceConnectionType, {
    description: describe('Absences of the term', '缺勤记录', 'newest first.'),
  })
  absences(
    @Root() { rows }: AttendanceRegisterType,
    @Args(() => PageArgs) page: PageArgs,
  ): Connection<Absence> {
    return pageOfRows(rows, page, ({ date }) => date);
  }

  @FieldResolver(() => [GuardianContactType], {
    description: describe('Contacts with the guardian', '联系监护人记录', 'latest first.'),
  })
  async guardianContacts(
    @Root() { student }: AttendanceRegisterType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly object[]> {
    const { rows } = await loaders.guardianContacts.load(student);
    return rows;
  }

  @FieldResolver(() => [AbsenceSpellType], {
    description: describe(
      'Spells of unexcused absence',
      '连续无故缺勤',
      'latest first; single days are spells too.',
    ),
  })
  spells(
    @Root() { rows }: AttendanceRegisterType,
    @Ctx() { loaders }: Context,
  ): Promise<PupilAbsenceSpell[]> {
    return loaders.clocks.spellsOf(rows);
  }
}

@Resolver(() => AbsenceSpellType)
export class AbsenceSpellResolver {
  @FieldResolver(() => [AbsenceRouteEnum.type], {
    description: describe(
      'Agencies that are to be told',
      '应移送部门',
      'by the reasons on the sheets and the policy where the school stands; none for a short spell.',
    ),
  })
  async referTo(
    @Root() { kind, reasons, schoolCode }: AbsenceSpellType,
    @Ctx() { loaders }: Context,
  ): Promise<AbsenceRoute[]> {
    return routesOf({ kind, reasons }, await loaders.policyOf(schoolCode));
  }
}
