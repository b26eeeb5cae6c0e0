import type { EvidenceRule, SubtaskView } from '@aigaq/api';
import { SIGNER_LEVELS, type SignerLevel } from '@aigaq/evidence-rule';
import { Checkbox } from 'antd';
import { useWords } from '../../texts/words.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/text-field.js';
import { type Window, windowOf, withWindow, withZeroCase, type ZeroCase, zeroCaseOf } from './rule-builder.js';

interface RuleConditionsProps {
  rule: EvidenceRule;
  audience: SubtaskView['audience'];
  onChange: (rule: EvidenceRule) => void;
}

/** Who signs, approval, stamp, days, and the case without facts. */
export function RuleConditions({ rule, audience, onChange }: RuleConditionsProps) {
  const { t } = useWords();
  const ownOf = (kind: SubtaskView['audience'][number]): readonly SignerLevel[] | undefined => rule.signersByKind[kind];
  const setOwn = (kind: SubtaskView['audience'][number], levels: SignerLevel[]): void => {
    const { [kind]: _, ...others } = rule.signersByKind;
    onChange({ ...rule, signersByKind: levels.length === 0 ? others : { ...others, [kind]: levels } });
  };
  return (
    <section className="block stack" aria-labelledby="signers">
      <h2 id="signers">{t('ruleBuilder.signers')}</h2>
      <Levels label={t('ruleBuilder.signers')} levels={rule.signers} onChange={(signers) => onChange({ ...rule, signers })} />
      {audience.map((kind) => (
        <Levels key={kind} label={t('ruleBuilder.signersOf', { kind: t(`bodies.kinds.${kind}`) })} levels={ownOf(kind) ?? []} onChange={(levels) => setOwn(kind, levels)} />
      ))}
      <ChoiceField
        label={t('ruleBuilder.approval')}
        value={rule.approval}
        options={(['required', 'optional', 'none'] as const).map((value) => ({ value, label: t(`ruleBuilder.approvals.${value}`) }))}
        onChange={(approval) => onChange({ ...rule, approval })}
      />
      <ChoiceField
        label={t('ruleBuilder.stamp')}
        value={rule.stamp}
        options={(['required', 'optional'] as const).map((value) => ({ value, label: t(`ruleBuilder.stamps.${value}`) }))}
        onChange={(stamp) => onChange({ ...rule, stamp })}
      />
      <ChoiceField<ZeroCase>
        label={t('ruleBuilder.zero')}
        value={zeroCaseOf(rule)}
        options={(['none', 'form', 'nothing'] as const).map((value) => ({ value, label: t(`ruleBuilder.zeros.${value}`) }))}
        onChange={(zero) => onChange(withZeroCase(rule, zero))}
      />
      <ChoiceField<Window>
        label={t('ruleBuilder.relativeTo')}
        value={windowOf(rule)}
        options={(['none', 'period', 'clocks'] as const).map((value) => ({ value, label: t(`ruleBuilder.windows.${value}`) }))}
        onChange={(window) => onChange(withWindow(rule, window))}
      />
      {rule.dateWindow !== null && <Days window={rule.dateWindow} onChange={(dateWindow) => onChange({ ...rule, dateWindow })} />}
    </section>
  );
}

function Levels({ label, levels, onChange }: { label: string; levels: readonly SignerLevel[]; onChange: (levels: SignerLevel[]) => void }) {
  const { t } = useWords();
  return (
    <fieldset className="field-pair">
      <legend>{label}</legend>
      <Checkbox.Group<SignerLevel>
        value={[...levels]}
        options={SIGNER_LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        onChange={(chosen) => onChange(SIGNER_LEVELS.filter((level) => chosen.includes(level)))}
      />
    </fieldset>
  );
}

type DateWindow = NonNullable<EvidenceRule['dateWindow']>;

function Days({ window, onChange }: { window: DateWindow; onChange: (window: DateWindow) => void }) {
  const { t } = useWords();
  const counted = (text: string): number => Math.min(Number(text.replaceAll(/\D/g, '')) || 0, 3660);
  return (
    <>
      <ChoiceField
        label={t('ruleBuilder.unit')}
        value={window.unit ?? 'calendar-day'}
        options={(['calendar-day', 'working-day'] as const).map((value) => ({ value, label: t(`ruleBuilder.units.${value}`) }))}
        onChange={(unit) => onChange({ ...window, unit })}
      />
      <TextField
        label={t('ruleBuilder.before')}
        value={String(window.daysBeforePeriodStart)}
        maxLength={4}
        onChange={(text) => onChange({ ...window, daysBeforePeriodStart: counted(text) })}
      />
      <TextField
        label={t('ruleBuilder.after')}
        value={String(window.daysAfterPeriodEnd)}
        maxLength={4}
        onChange={(text) => onChange({ ...window, daysAfterPeriodEnd: counted(text) })}
      />
    </>
  );
}
