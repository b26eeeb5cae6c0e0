import type { ComplianceDocumentView } from '@aigaq/api';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../texts/words.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { RegisterForm } from './register-form.js';

const TONES: Record<ComplianceDocumentView['state'], Tone> = { missing: 'watch', 'in-force': 'good', expired: 'bad' };

interface DocumentCardProps {
  entityId: string;
  document: ComplianceDocumentView;
  canRegister: boolean;
}

/** Only web addresses become links, whatever was stored. */
const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

export function DocumentCard({ entityId, document, canRegister }: DocumentCardProps) {
  const { t, say } = useWords();
  const title = useId();
  const [isOpen, setOpen] = useState(false);
  const { code, state } = document;
  return (
    <li className={`eight-card is-${state}`} aria-labelledby={title}>
      <div className="eight-head">
        <span className="job-code">{code}</span>
        <div className="grow">
          <h2 id={title}>{say(document.title)}</h2>
          <Facts document={document} />
        </div>
        <Tag tone={TONES[state]}>{t(`compliance.state.${state}`)}</Tag>
        {canRegister && (
          <Button
            type={state === 'in-force' ? 'default' : 'primary'}
            aria-expanded={isOpen}
            aria-describedby={title}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'close' : state === 'missing' ? 'compliance.register' : 'compliance.renew')}
          </Button>
        )}
      </div>
      {isOpen && <RegisterForm entityId={entityId} code={code} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Facts({ document }: { document: ComplianceDocumentView }) {
  const { t, day, moment } = useWords();
  const { validFrom, validUntil, publicationUrl, registeredBy, registeredAt } = document;
  return (
    <p className="muted small eight-facts">
      {validFrom !== null && <span>{t('compliance.from', { day: day(validFrom) })}</span>}
      {validUntil !== null && <span>{t('compliance.until', { day: day(validUntil) })}</span>}
      {registeredBy !== null && registeredAt !== null && (
        <span>{t('compliance.registered', { name: registeredBy.name, moment: moment(registeredAt) })}</span>
      )}
      {publicationUrl !== null && isWeb(publicationUrl) && (
        <a href={publicationUrl} rel="noreferrer" target="_blank">
          {t('compliance.publication')}
        </a>
      )}
    </p>
  );
}
