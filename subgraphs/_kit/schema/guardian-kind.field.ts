import { FieldResolver, Resolver, Root } from 'type-graphql';
import { GuardianKindEnum, guardianKindOf } from './guardian.enums.js';
import { describe } from './label.js';

type ClassType = new () => object;

/** Adds `kind` to an agency's type of guardians, who are by law or stand in (代理监护人). */
export function guardianKindField(type: ClassType): ClassType {
  @Resolver(() => type)
  class GuardianKindResolver {
    @FieldResolver(() => GuardianKindEnum.type, {
      description: describe('By law or standing in', '监护人类别'),
    })
    kind(@Root() guardian: { readonly isLegalGuardian: boolean }): string {
      return guardianKindOf(guardian);
    }
  }
  return GuardianKindResolver;
}
