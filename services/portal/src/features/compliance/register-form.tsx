import type { EvidenceView } from '@aigaq/api';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type SubmitEvent, useCallback, useId, useMemo, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { useAnnounce } from '../../ui/announcer.js';
import { DayField } from '../../ui/day-field.js';
import { Failure } from '../../ui/states.js';
import { DocumentList } from '../evidence/document-list.js';
import { documentsQuery } from '../evidence/documents.js';
import { useReadingNews } from '../evidence/reading-news.js';
import { UploadArea } from '../evidence/upload-area.js';
import { Viewer } from '../evidence/viewer.js';
import { useRegister } from './compliance.js';

interface RegisterFormProps {
  entityId: string;
  code: string;
  onDone: () => void;
}

const NO_PAPERS: ReadonlySet<string> = new Set();

/** The paper that proves the document, since when and until when it holds, and where it was published. */
export function RegisterForm({ entityId, code, onDone }: RegisterFormProps) {
  const { t } = useWords();
  const announce = useAnnounce();
  const id = useId();
  const subject = useMemo(() => ({ type: 'compliance-document' as const, id: `${entityId}:${code}` }), [entityId, code]);
  const papers = useQuery(documentsQuery(subject));
  useReadingNews(papers.data);
  const [shownId, setShownId] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const [address, setAddress] = useState('');
  const [isTold, setTold] = useState(false);
  const register = useRegister(entityId);
  const onStored = useCallback((stored: EvidenceView) => setShownId(stored.id), []);
  const paper = papers.data?.find((each) => each.id === shownId) ?? papers.data?.[0];
  // The day read on the paper is proposed; the person confirms or changes it.
  const validFrom = from ?? (/^\d{4}-\d{2}-\d{2}$/.exec(paper?.check?.date ?? '')?.[0] || '');
  const isDisordered = until !== '' && until < validFrom;
  const isBadAddress = address !== '' && !/^https?:\/\/\S+\.\S+/i.test(address);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTold(true);
    if (paper === undefined || validFrom === '' || isDisordered || isBadAddress) {
      return;
    }
    const body = {
      evidenceId: paper.id,
      validFrom,
      ...(until === '' ? {} : { validUntil: until }),
      ...(address === '' ? {} : { publicationUrl: address }),
    };
    register.mutate(
      { code, body },
      {
        onSuccess: () => {
          announce(t('compliance.done'));
          onDone();
        },
      },
    );
  };
  return (
    <form className="stack register" onSubmit={submit} noValidate>
      <UploadArea subject={subject} onStored={onStored} />
      {papers.data !== undefined && papers.data.length > 0 && (
        <DocumentList documents={papers.data} shownId={paper?.id} onShow={setShownId} handedIn={NO_PAPERS} />
      )}
      {paper !== undefined && (
        <div className="viewer">
          <Viewer key={paper.id} evidence={paper} />
        </div>
      )}
      <div className="fields">
        <DayField
          label={t('compliance.validFrom')}
          value={validFrom}
          onChange={setFrom}
          isRequired
          told={isTold && validFrom === '' && t('compliance.needFrom')}
        />
        <DayField
          label={t('compliance.validUntil')}
          value={until}
          onChange={setUntil}
          told={isTold && isDisordered && t('compliance.disordered')}
        />
        <div className="field grow">
          <label htmlFor={`${id}-address`}>{t('compliance.address')}</label>
          <Input
            id={`${id}-address`}
            type="url"
            inputMode="url"
            value={address}
            onChange={({ target }) => setAddress(target.value.trim())}
            maxLength={500}
            status={isTold && isBadAddress ? 'error' : ''}
            aria-describedby={`${id}-told`}
          />
          <p id={`${id}-told`} className="told" role={isTold ? 'alert' : undefined}>
            {isTold && isBadAddress && t('compliance.badAddress')}
          </p>
        </div>
      </div>
      {isTold && paper === undefined && (
        <p className="told" role="alert">
          {t('compliance.needPaper')}
        </p>
      )}
      {register.isError && <Failure error={register.error} />}
      <div className="act-row">
        <Button type="primary" htmlType="submit" loading={register.isPending}>
          {t('compliance.register')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
