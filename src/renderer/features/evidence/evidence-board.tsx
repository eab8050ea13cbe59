import { Button, Empty, Input, Segmented } from 'antd';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { certifiedIds } from '#domain/attachments/certified-ids';
import type { Honor } from '#domain/records/honor';
import { filesOf, offerFiles } from '../../archive/attach-offers.ts';
import { toOwner, useAttach } from '../../archive/use-attach.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { LevelSelect, YearSelect } from '../../components/filter-selects.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { evidenceColumns } from './check-cells.ts';
import styles from './evidence.module.css';
import { EVIDENCE_GAPS, findEvidence, type EvidenceFilters, type EvidenceGap } from './evidence-rows.ts';
import { messages } from './messages.ts';
import { useRowDrop } from './use-row-drop.ts';

const NO_FILTERS: EvidenceFilters = { text: '', year: null, level: null, gap: null };

/** Honours that lack a certificate, a document number, a level or a verification; files dropped on a row are attached. */
export function EvidenceBoard() {
  const { go } = useNavigation();
  const honors = useRecords('honor');
  const attachments = useRecords('attachment');
  const [filters, setFilters] = useState(NO_FILTERS);
  const wanted = useDeferredValue(filters);
  const certified = useMemo(() => certifiedIds(attachments), [attachments]);
  const evidence = useMemo(() => findEvidence(honors, certified, wanted), [honors, certified, wanted]);
  const rows = useMemo(() => [...evidence.honors], [evidence]);
  const columns = useMemo(() => evidenceColumns(certified), [certified]);
  const attach = useAttach();
  const frame = useRef<HTMLDivElement>(null);
  useRowDrop(frame, (id, transfer) => {
    const { files, folders } = filesOf(transfer);
    void offerFiles(files, folders).then((offered) => attach(toOwner(offered, id), offered.problems));
  });
  const open = (honor: Honor | undefined) => honor && go({ screen: 'record', kind: 'honor', id: honor.id });
  const change = (part: Partial<EvidenceFilters>) => setFilters({ ...filters, ...part });
  if (honors.length === 0) {
    return (
      <Empty description={messages.noHonors}>
        <Button type="primary" onClick={() => go({ screen: 'new', kind: 'honor' })}>
          {messages.addHonor}
        </Button>
      </Empty>
    );
  }
  return (
    <div className={styles['board']}>
      <Filters filters={filters} evidence={evidence} onChange={change} />
      {evidence.honors.length === 0 && <NothingLacking filters={filters} onClear={() => setFilters(NO_FILTERS)} />}
      <div ref={frame} className={styles['grid']} hidden={evidence.honors.length === 0} data-testid="evidence-grid">
        <DataGrid<Honor>
          rowData={rows}
          columnDefs={columns}
          getRowId={({ data }) => data.id}
          aria-label={messages.grid}
          onRowDoubleClicked={({ data }) => open(data)}
          onCellKeyDown={({ data, event }) => {
            if (event instanceof KeyboardEvent && event.key === 'Enter' && !isComposing(event)) open(data);
          }}
        />
      </div>
      <p className={styles['quiet']}>{messages.dropHint}</p>
    </div>
  );
}

type FiltersProps = {
  readonly filters: EvidenceFilters;
  readonly evidence: ReturnType<typeof findEvidence>;
  readonly onChange: (part: Partial<EvidenceFilters>) => void;
};

function Filters({ filters, evidence, onChange }: FiltersProps) {
  const options = [
    { value: 'all', label: messages.allGaps(evidence.incomplete) },
    ...EVIDENCE_GAPS.map((gap) => ({ value: gap, label: messages.gapCount(messages.gaps[gap], evidence.counts[gap]) })),
  ];
  return (
    <div className={styles['filters']}>
      <Segmented
        aria-label={messages.gapLabel}
        value={filters.gap ?? 'all'}
        options={options}
        onChange={(gap) => onChange({ gap: gap === 'all' ? null : (gap as EvidenceGap) })}
      />
      <YearSelect value={filters.year} facets={evidence.facets} onChange={(year) => onChange({ year })} />
      <LevelSelect value={filters.level} facets={evidence.facets} onChange={(level) => onChange({ level })} />
      <Input
        className={styles['find'] ?? ''}
        allowClear
        placeholder={messages.find}
        aria-label={messages.findLabel}
        value={filters.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </div>
  );
}

function NothingLacking({ filters, onClear }: { readonly filters: EvidenceFilters; readonly onClear: () => void }) {
  const isFiltered = JSON.stringify(filters) !== JSON.stringify(NO_FILTERS);
  return (
    <Empty description={isFiltered ? messages.noHits : messages.complete}>
      {isFiltered && <Button onClick={onClear}>{messages.clearFilters}</Button>}
    </Empty>
  );
}
