import { AnswerScreen } from '../features/answer/answer-screen.tsx';
import { BackupWatch } from '../features/backup/backup-watch.tsx';
import { BinScreen } from '../features/bin/bin-screen.tsx';
import { DocumentsScreen } from '../features/documents/documents-screen.tsx';
import { EntryFormScreen } from '../features/entry-form/entry-form-screen.tsx';
import { EntryPage } from '../features/entry-page/entry-page.tsx';
import { EvidenceScreen } from '../features/evidence/evidence-screen.tsx';
import { FixityWatch } from '../features/evidence/fixity-watch.tsx';
import { FilingScreen } from '../features/filing/filing-screen.tsx';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { ImportBatches } from '../features/import-batches/import-batches.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { LedgerScreen } from '../features/ledger/ledger-screen.tsx';
import { RulesScreen } from '../features/rules/rules-screen.tsx';
import { RecordHistory } from '../features/record-history/record-history.tsx';
import { SafetyScreen } from '../features/safety/safety-screen.tsx';
import { SearchScreen } from '../features/search/search-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { UnitPage } from '../features/units/unit-page.tsx';
import { UnitsScreen } from '../features/units/units-screen.tsx';
import type { Route } from '../navigation/route.ts';
import { RecordSections } from './record-sections.tsx';

/** The screen that a route stands for, and what goes on quietly beside every screen. */
export function Screen({ route }: { readonly route: Route }) {
  return (
    <>
      <FixityWatch />
      <BackupWatch />
      <ScreenOf route={route} />
    </>
  );
}

/** Keys make a form or a ledger start anew when its subject changes. */
function ScreenOf({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'ledger':
      return (
        <LedgerScreen
          key={`${route.kind} ${route.filter ?? ''} ${route.from ?? ''}`}
          kind={route.kind}
          gap={route.filter ?? null}
          isFromSearch={route.from === 'search'}
        />
      );
    case 'new':
      return <EntryFormScreen key={`new-${route.kind}`} kind={route.kind} id={null} />;
    case 'edit':
      return <EntryFormScreen key={route.id} kind={route.kind} id={route.id} />;
    case 'record':
      return (
        <EntryPage key={route.id} kind={route.kind} id={route.id}>
          {(record) => <RecordSections record={record} />}
        </EntryPage>
      );
    case 'search':
      return <SearchScreen />;
    case 'import':
      return (
        <ImportScreen>
          <ImportBatches />
        </ImportScreen>
      );
    case 'answer':
      return <AnswerScreen />;
    case 'yearbook':
      return <DocumentsScreen />;
    case 'units':
      return <UnitsScreen />;
    case 'unit':
      return (
        <UnitPage key={route.id} id={route.id}>
          {(unit) => <RecordSections record={unit} />}
        </UnitPage>
      );
    case 'safety':
      return <SafetyScreen asksRestore={'ask' in route} />;
    case 'settings':
      return <SettingsScreen />;
    case 'rules':
      return <RulesScreen />;
    case 'filing':
      return <FilingScreen />;
    case 'bin':
      return <BinScreen>{(record) => <RecordHistory record={record} />}</BinScreen>;
    case 'evidence':
      return <EvidenceScreen />;
  }
}
