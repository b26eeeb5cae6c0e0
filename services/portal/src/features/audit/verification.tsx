import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { VerificationView } from '@aigaq/api';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { post } from '../../api/client.js';
import { useWords } from '../../texts/words.js';
import { Failure } from '../../ui/states.js';

/** Recomputes the whole chain and says in words whether it is whole. */
export function Verification() {
  const { t, number } = useWords();
  const check = useMutation({ mutationFn: () => post<VerificationView>('/api/audit/verification') });
  const result = check.data;
  return (
    <section className="block verification" aria-labelledby="chain">
      <div className="block-head">
        <h2 id="chain">{t('audit.chain')}</h2>
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
          {t('audit.verify')}
        </Button>
      </div>
      <p className="muted">{t('audit.chainText')}</p>
      <div role="status">
        {result?.ok === true && (
          <p className="notice-good">
            <CheckCircleOutlined aria-hidden="true" /> {t('audit.whole', { records: number(result.records) })}
            <code className="mono wrap">{result.head}</code>
          </p>
        )}
        {result?.ok === false && (
          <p className="notice-bad">
            <WarningOutlined aria-hidden="true" /> {t('audit.broken', { number: number(result.brokenAt ?? 0) })}
          </p>
        )}
      </div>
      {check.isError && <Failure error={check.error} onRetry={() => check.mutate()} />}
    </section>
  );
}
