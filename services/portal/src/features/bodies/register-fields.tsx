import { useWords } from '../../texts/words.js';
import { ChoiceField } from '../../ui/choice-field.js';
import { DayField } from '../../ui/day-field.js';
import type { useEntered } from '../../ui/entered.js';
import { isWhole } from '../../ui/filled.js';
import { LocalisedFields } from '../../ui/localised-fields.js';
import { TextField } from '../../ui/text-field.js';
import { useRegions } from './bodies.js';
import { BodyPicker } from './body-picker.js';
import { KINDS, LEGAL_FORMS } from './kinds.js';
import { type Entered, isBin, isCode } from './register.js';

type RegisterFieldsProps = Pick<ReturnType<typeof useEntered<Entered>>, 'entered' | 'set' | 'told'>;

export function RegisterFields(props: RegisterFieldsProps) {
  const { t } = useWords();
  const { entered, set, told } = props;
  const { id, name, shortName, bin, parent, supervisors, validFrom } = entered;
  return (
    <>
      <LocalisedFields label={t('bodies.name')} value={name} onChange={set('name')} maxLength={500} told={told(!isWhole(name), t('bodies.needBoth'))} />
      <LocalisedFields label={t('bodies.shortName')} value={shortName} onChange={set('shortName')} maxLength={60} isRequired={false} />
      <Kinds {...props} />
      <div className="fields">
        <TextField label={t('bodies.bin')} value={bin} onChange={(text) => set('bin')(text.replace(/\D/g, ''))} maxLength={12} hint={t('bodies.binHint')} told={told(!isBin(bin), t('bodies.badBin'))} />
        <TextField label={t('bodies.code')} value={id} onChange={(text) => set('id')(text.toLowerCase())} maxLength={80} isRequired hint={t('bodies.codeHint')} told={told(!isCode(id), t('bodies.badCode'))} />
        <DayField label={t('bodies.since')} value={validFrom} onChange={set('validFrom')} isRequired told={told(validFrom === '', t('bodies.needDay'))} />
      </div>
      <BodyPicker label={t('bodies.parent')} chosen={parent} onChoose={set('parent')} />
      <BodyPicker label={t('bodies.supervisors')} chosen={supervisors} onChoose={set('supervisors')} isMany />
    </>
  );
}

function Kinds({ entered: { kind, legalForm, regionId }, set, told }: RegisterFieldsProps) {
  const { t, say } = useWords();
  const regions = useRegions().map(({ id, name }) => ({ value: id, label: say(name) }));
  return (
    <div className="fields">
      <ChoiceField
        label={t('bodies.kind')}
        value={kind}
        onChange={set('kind')}
        options={KINDS.map((each) => ({ value: each, label: t(`bodies.kinds.${each}`) }))}
        told={told(kind === null, t('bodies.needKind'))}
      />
      <ChoiceField
        label={t('bodies.form')}
        value={legalForm}
        onChange={set('legalForm')}
        options={[{ value: '' as const, label: t('bodies.noForm') }, ...LEGAL_FORMS.map((each) => ({ value: each, label: t(`bodies.forms.${each}`) }))]}
      />
      <ChoiceField label={t('bodies.region')} value={regionId} onChange={set('regionId')} options={[{ value: '', label: t('bodies.noRegion') }, ...regions]} />
    </div>
  );
}
