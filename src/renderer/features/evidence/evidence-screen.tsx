import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { AttachProgress } from '../../archive/attach-progress.tsx';
import { Page } from '../../components/page.tsx';
import { EvidenceBoard } from './evidence-board.tsx';
import { FixityPane } from './fixity-pane.tsx';
import { FolderDialog } from './folder-dialog.tsx';
import { messages } from './messages.ts';
import { takeWantedView, type EvidenceView } from './wanted-view.ts';

/** What the honours are backed by, and whether the files that back them are still whole. */
export function EvidenceScreen() {
  const [view, setView] = useState<EvidenceView>(takeWantedView);
  const [isMatching, setMatching] = useState(false);
  return (
    <Page
      title={messages.title}
      width="fill"
      actions={
        <>
          <Segmented<EvidenceView>
            aria-label={messages.viewLabel}
            value={view}
            onChange={setView}
            options={[
              { value: 'board', label: messages.views.board },
              { value: 'fixity', label: messages.views.fixity },
            ]}
          />
          <Button icon={<FolderOpenOutlined aria-hidden />} onClick={() => setMatching(true)}>
            {messages.folder}
          </Button>
        </>
      }
    >
      {view === 'board' ? <EvidenceBoard /> : <FixityPane />}
      {isMatching && <FolderDialog onClose={() => setMatching(false)} />}
      <AttachProgress />
    </Page>
  );
}
