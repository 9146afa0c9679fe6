import type { RuleText } from '../csr/rules/rule.ts';

/** What {@link nameCsrs} finds, documented beside the rules on CSRs. Nothing changes how severe it is. */
export const NAME_RULES: readonly RuleText[] = [
  {
    id: 'output-path-collision',
    severity: 'error',
    isFixed: true,
    title: 'No two certificates would be written to one file, or one into the other.',
    source: {
      name: 'Microsoft, Naming files, paths, and namespaces',
      url: 'https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file',
    },
    why: 'The second would overwrite the first, which then is lost. Names that differ only in case or in Unicode normalisation are one file on Windows and macOS, so they collide everywhere. So does a file with a directory of the same name: `a.pem` and `a.pem/b.pem`.',
  },
  {
    id: 'output-path-illegal',
    severity: 'error',
    isFixed: true,
    title: 'The file of a certificate has a name that can be written and uploaded.',
    source: {
      name: 'actions/toolkit, path-and-artifact-name-validation',
      url: 'https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts',
    },
    why: 'A certificate that cannot be handed over must not be created, and afterwards is too late to find out. A field of `file-name` that has no value, a name that leads out of the directory, one longer than 255 bytes, one that the artifacts of GitHub do not take, the names of the manifest and the journal, and on every system what Windows keeps for devices (`CON`, `NUL`, `COM1`) or cannot end with (a dot, a space) are refused: an artifact is unpacked on any of them.',
  },
  {
    id: 'bundle-place-taken',
    severity: 'error',
    isFixed: true,
    title: 'Nothing else would be written where a file of a bundle goes.',
    source: {
      name: 'Microsoft, Naming files, paths, and namespaces',
      url: 'https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file',
    },
    why: 'A bundle is a directory with the name of its certificate, without `.pem`. The certificate of a CSR in a directory of that name could be one of its files, such as `a/certificate.pem`, and a certificate `a.pem` could be where the bundle of `a.pem.pem` needs a directory: one would overwrite the other, or keep it from being written.',
  },
  {
    id: 'bundle-name-unusable',
    severity: 'error',
    isFixed: true,
    title: 'The directory of a bundle, or its archive, has a name that can be written and uploaded.',
    source: {
      name: 'actions/toolkit, path-and-artifact-name-validation',
      url: 'https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts',
    },
    why: 'The name of a certificate without `.pem`, and that of a directory in the repository with `.zip`, can be what no name may be: longer than 255 bytes, one that leads out of the directory, one that Windows does not take, or that of the manifest. What cannot be handed over must be found before anything is created.',
  },
  {
    id: 'secret-name-collision',
    severity: 'error',
    isFixed: true,
    title: 'No two certificates would be written to one secret.',
    source: {
      name: 'GitHub, Naming your secrets',
      url: 'https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets',
    },
    why: 'The second would overwrite the first. GitHub does not distinguish capitals from small letters in the name of a secret; characters that a name cannot have are escaped so that they never make two names one.',
  },
  {
    id: 'secret-name-illegal',
    severity: 'error',
    isFixed: true,
    title: 'The secret of a certificate has a name that GitHub takes.',
    source: {
      name: 'GitHub, Naming your secrets',
      url: 'https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets',
    },
    why: 'A certificate that cannot be handed over must not be created. A field of `secret-name` that has no value, a name that begins with a digit or with `GITHUB_`, and one longer than 255 characters are refused.',
  },
  {
    id: 'thing-name-collision',
    severity: 'error',
    isFixed: true,
    title: 'No two certificates would be attached to one thing.',
    source: {
      name: 'AWS IoT API reference, CreateThing',
      url: 'https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html',
    },
    why: 'A thing is one device. With two keys it would be two devices that are taken for each other, by policies that look at its name and by everything that is stored about it. AWS IoT distinguishes capitals from small letters in the name of a thing.',
  },
  {
    id: 'thing-name-illegal',
    severity: 'error',
    isFixed: true,
    title: 'The thing of a certificate has a name that AWS IoT takes.',
    source: {
      name: 'AWS IoT API reference, CreateThing',
      url: 'https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html',
    },
    why: 'AWS IoT would refuse the thing when its certificate exists already. A field of `thing-name` that has no value, a name of more than 128 characters, and one with anything but letters from a to z, digits, `:`, `_` and `-` are refused.',
  },
  {
    id: 'thing-attribute-illegal',
    severity: 'error',
    isFixed: true,
    title: 'The attributes of a thing have values that AWS IoT takes.',
    source: {
      name: 'AWS IoT API reference, AttributePayload',
      url: 'https://docs.aws.amazon.com/iot/latest/apireference/API_AttributePayload.html',
    },
    why: 'AWS IoT would refuse the thing when its certificate exists already. A field of `thing-attributes` that has no value, a value of more than 800 characters, and one with anything but letters from a to z, digits and `_.,@/:#=[]-` are refused.',
  },
];
