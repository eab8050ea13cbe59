import type { Block, EntryBlock } from '../document/document-tree.ts';
import type { Plan } from '../records/plan.ts';
import { PLAN_KINDS, type PlanKind } from '../vocabulary/plan-terms.ts';
import { numberedSections } from '../document/chapter-numbering.ts';
import { describePlan } from './describe-plan.ts';
import { entryTitle, sentence } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/** The year's plans, each an entry, grouped by kind when there is more than one. */
export function composePlans(plans: readonly Plan[], year: number): readonly Block[] {
  if (plans.length === 0) return [{ kind: 'paragraph', text: T.noPlans(year) }];
  const groups = PLAN_KINDS.map((kind): KindGroup => ({
    kind,
    plans: plans.filter((plan) => plan.planKind === kind),
  })).filter((group) => group.plans.length > 0);
  const introduction = sentence(introductionClauses(groups, plans.length, year));
  const sections = groups.map((group) => ({
    name: T.planKindHeading(group.kind),
    blocks: group.plans.map((plan) => planEntry(plan, year)),
  }));
  return [{ kind: 'paragraph', text: introduction }, ...numberedSections(sections)];
}

type KindGroup = { readonly kind: PlanKind; readonly plans: readonly Plan[] };

function introductionClauses(groups: readonly KindGroup[], total: number, year: number): readonly string[] {
  const counts = groups.map((group) => T.planKindCount(group.kind, group.plans.length)).join('、');
  return groups.length === 1
    ? [T.plansOfOneKind(year, counts)]
    : [T.plansIntroduction(year, total), T.including(counts)];
}

function planEntry(plan: Plan, year: number): EntryBlock {
  return { kind: 'entry', entryId: plan.id, title: entryTitle(plan.title), paragraphs: describePlan(plan, year) };
}
