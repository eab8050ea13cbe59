import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What electron-builder makes of the built application (docs/decisions/0027-package-and-fuses.md).
 *
 * @typedef {object} PackageOrder
 * @property {string} output the folder that packages are written into
 * @property {string | null} version another version than that of package.json, to test an upgrade with
 * @property {{ folder: string, version: string } | null} runtime an Electron on this machine; null has the pinned one
 * fetched from its release host
 *
 * @param {PackageOrder} order
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig({ output, version, runtime }) {
  return {
    appId: 'cn.rongdang.archive',
    // Becomes folders and file names; people see 荣档.
    productName: 'Rongdang',
    copyright: 'MIT',
    directories: { output, buildResources: 'resources' },
    ...(version === null ? {} : { extraMetadata: { version } }),
    ...(runtime === null ? {} : { electronDist: runtime.folder, electronVersion: runtime.version }),
    // Everything is bundled (electron.vite.config.ts), so no node_modules belong into it.
    files: ['out/**', '!out/build-stamp', 'resources/icon.png', '!**/node_modules/**'],
    extraFiles: [{ from: 'LICENSE', to: 'LICENSE.rongdang.txt' }],
    asar: true,
    afterPack: removeDefaultApp,
    electronFuses: FUSES,
    electronLanguages: ['zh-CN', 'en-US'],
    npmRebuild: false,
    nodeGypRebuild: false,
    // Nothing is published, and nothing looks for updates: the program never reaches the network.
    publish: null,
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    ...TARGETS,
  };
}

/** What Electron shows when there is no application: never loaded from a package, and so nothing to be kept in it. */
function removeDefaultApp(/** @type {import('electron-builder').AfterPackContext} */ { packager, appOutDir }) {
  return rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}

/** How the package differs from Electron as it comes; `e2e/package.spec.ts` reads them back from the binary. */
const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Windows and macOS hold the archive against its hash in the binary; on Linux the fuse has no effect.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  // No cookie is ever set. With it, Linux would ask for the key ring's password at every start.
  enableCookieEncryption: false,
};

/** @type {Pick<import('electron-builder').Configuration, 'win' | 'nsis' | 'portable' | 'linux' | 'deb' | 'appImage'>} */
const TARGETS = {
  win: {
    icon: 'resources/icon.png',
    executableName: 'rongdang',
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'portable', arch: ['x64'] },
    ],
  },
  nsis: {
    // For one account, without an administrator. The records lie in the documents and stay when it is uninstalled.
    perMachine: false,
    allowElevation: false,
    oneClick: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    shortcutName: '荣档',
    uninstallDisplayName: '荣档 ${version}',
    installerLanguages: ['zh_CN'],
    language: '2052',
    differentialPackage: false,
    artifactName: '${productName}-${version}-win-${arch}-setup.${ext}',
  },
  portable: { artifactName: '${productName}-${version}-win-${arch}-portable.${ext}' },
  linux: {
    icon: 'resources/icon.png',
    executableName: 'rongdang',
    category: 'Office',
    maintainer: 'Rongdang contributors',
    synopsis: '荣档：党务档案与荣誉台账',
    desktop: { entry: { Name: '荣档', StartupWMClass: 'Rongdang' } },
    target: [
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ],
  },
};
