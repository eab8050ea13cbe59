import { DeleteOutlined, EditOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { NamingDialog } from '../../components/naming-dialog.tsx';
import { SEARCH_VIEWS, useSavedViews, useViewSaving, type SavedView } from '../../archive/use-saved-views.ts';
import { SearchCount } from '../../archive/search-count.tsx';
import { messages } from './messages.ts';
import { useSearchState } from './search-state.tsx';
import styles from './search-screen.module.css';

/** Where to start while nothing is typed: searches that were given names, with what they find now, and recent ones. */
export function SearchStarts() {
  const saved = useSavedViews(SEARCH_VIEWS);
  const { recent, forgetAll, type } = useSearchState();
  return (
    <>
      {saved.length > 0 && (
        <section className={styles['starts']} aria-label={messages.saved.title}>
          <h2 className={styles['startsTitle']}>{messages.saved.title}</h2>
          <ul className={styles['chips']}>
            {saved.map((each) => (
              <li key={each.id} className={styles['savedItem']}>
                <SavedItem saved={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {recent.length > 0 && (
        <section className={styles['starts']} aria-label={messages.recent.title}>
          <h2 className={styles['startsTitle']}>{messages.recent.title}</h2>
          <ul className={styles['chips']}>
            {recent.map((each) => (
              <li key={each}>
                <button type="button" className={styles['chip']} title={each} onClick={() => type(each, false)}>
                  <span className={styles['chipLabel']}>{each}</span>
                </button>
              </li>
            ))}
            <li>
              <Button type="link" size="small" onClick={forgetAll}>
                {messages.recent.clear}
              </Button>
            </li>
          </ul>
        </section>
      )}
    </>
  );
}

function SavedItem({ saved }: { readonly saved: SavedView }) {
  const { type, remember } = useSearchState();
  const { deleteRecords } = useArchiveActions();
  const save = useViewSaving(SEARCH_VIEWS);
  const [isRenaming, setRenaming] = useState(false);
  const items = [
    {
      key: 'rename',
      icon: <EditOutlined aria-hidden />,
      label: messages.saved.rename,
      onClick: () => setRenaming(true),
    },
    {
      key: 'remove',
      danger: true,
      icon: <DeleteOutlined aria-hidden />,
      label: messages.saved.remove,
      onClick: () => void deleteRecords([saved.id], saved.title),
    },
  ];
  const open = () => {
    type(saved.state, false);
    remember(saved.state);
  };
  return (
    <>
      <button type="button" className={styles['savedOpen']} title={saved.state} onClick={open}>
        <span className={styles['chipLabel']}>{saved.title}</span>
        <span className={styles['count']}>
          <SearchCount text={saved.state} />
        </span>
      </button>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button
          type="text"
          size="small"
          aria-label={messages.saved.more(saved.title)}
          icon={<MoreOutlined aria-hidden />}
        />
      </Dropdown>
      {isRenaming && (
        <NamingDialog
          words={{ ...messages.saved.naming, title: messages.saved.rename }}
          name={saved.title}
          onName={async (name) => {
            if (await save(name, saved.state, saved)) setRenaming(false);
          }}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}
