import type { EvidenceView, Place, ReturnAssignment, ReturnReason } from '@aigaq/api';
import { Button, Input, Select } from 'antd';
import { type SubmitEvent, useId, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Told } from '../../ui/told.js';
import { findingsOf } from '../evidence/marks.js';

const REASONS: ReturnReason[] = ['not-signed', 'wrong-signatory', 'wrong-document', 'wrong-date', 'incomplete', 'unreadable', 'other'];
const SHORTEST_REMARK = 3;

interface ReturnFormProps {
  shown: EvidenceView | undefined;
  place: Place | null;
  onPlace: (place: Place | null) => void;
  isPinning: boolean;
  onPinning: (isPinning: boolean) => void;
  isSending: boolean;
  onCancel: () => void;
  onReturn: (body: ReturnAssignment) => void;
}

/** Why it goes back: a reason, a remark, and the place on the page, by pointing or by choosing a finding. */
export function ReturnForm(props: ReturnFormProps) {
  const { place, isSending, onCancel, onReturn } = props;
  const { t } = useWords();
  const id = useId();
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const [remark, setRemark] = useState('');
  const [isTold, setTold] = useState(false);
  const isShort = remark.trim().length < SHORTEST_REMARK;
  const toldReason = isTold && reason === null ? t('return.needReason') : '';
  const toldRemark = isTold && isShort ? t('return.needRemark') : '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTold(true);
    if (reason !== null && !isShort) {
      onReturn({ reason, remark: remark.trim(), ...(place === null ? {} : { place }) });
    }
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('return.reason')}</label>
        <Select
          id={`${id}-reason`}
          value={reason}
          onChange={setReason}
          placeholder={t('return.chooseReason')}
          status={toldReason && 'error'}
          aria-describedby={`${id}-reason-told`}
          options={REASONS.map((each) => ({ value: each, label: t(`return.reasons.${each}`) }))}
        />
        <Told id={`${id}-reason-told`} text={toldReason} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-remark`}>{t('return.remark')}</label>
        <Input.TextArea
          id={`${id}-remark`}
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          status={toldRemark && 'error'}
          aria-describedby={`${id}-remark-told`}
        />
        <Told id={`${id}-remark-told`} text={toldRemark} />
      </div>
      <PlaceField {...props} id={id} />
      <div className="act-row">
        <Button type="primary" danger htmlType="submit" size="large" loading={isSending}>
          {t('return.send')}
        </Button>
        <Button size="large" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function PlaceField({ id, shown, place, onPlace, isPinning, onPinning }: ReturnFormProps & { id: string }) {
  const { t, say } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  if (shown === undefined) {
    return null;
  }
  const placed = findingsOf(shown).filter(({ page }) => page !== null);
  const choose = (key: string | undefined): void => {
    const finding = placed.find((each) => each.key === key);
    setChosen(finding?.key ?? null);
    onPinning(false);
    if (finding?.page == null) {
      onPlace(null);
    } else {
      onPlace({ evidenceId: shown.id, page: finding.page, ...(finding.box === null ? {} : { box: finding.box }) });
    }
  };
  return (
    <fieldset className="field">
      <legend>{t('pin.title')}</legend>
      <div className="row wrap-row">
        <Button aria-pressed={isPinning} type={isPinning ? 'primary' : 'default'} onClick={() => onPinning(!isPinning)}>
          {t('pin.point')}
        </Button>
        <label htmlFor={`${id}-finding`} className="unseen">
          {t('pin.byFinding')}
        </label>
        <Select
          id={`${id}-finding`}
          className="grow"
          value={isPinning ? null : chosen}
          onChange={choose}
          onClear={() => choose(undefined)}
          allowClear
          placeholder={t('pin.byFinding')}
          options={placed.map(({ key, page, text }) => ({ value: key, label: `${t('viewer.page', { page })}: ${say(text)}` }))}
        />
      </div>
      <p role="status" className={place === null ? 'muted small' : 'pin-set'}>
        {place === null ? t('pin.none') : t('pin.set', { page: place.page })}
      </p>
    </fieldset>
  );
}
