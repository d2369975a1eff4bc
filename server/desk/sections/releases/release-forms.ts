import { mapResult } from '#shared/result.ts';
import type { ReleaseDetail } from '#shared/wire/releases.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import { fixesFields, fixesOf, openOf, type Entering } from '#desk/sections/releases/fixes-form.ts';
import type { ReleasesApi } from '#desk/sections/releases/releases-api.ts';
import { productField, versionPattern } from '#desk/sections/versions/version-fields.ts';
import type { SayVersions } from '#desk/sections/versions/version-words.ts';

/** The form that enters a version: one that is planned, or one that is out. */
export const addRelease = (entering: Entering): FormSpec => {
  const { say, api } = entering;
  return {
    title: say('releases.add'),
    keep: 'add',
    submit: say('releases.add'),
    values: { product: 'main', stage: 'planned' },
    fields: ({ stage, product }) => [
      {
        kind: 'text',
        name: 'version',
        label: say('releases.version'),
        hint: say('releases.versionHint'),
        longest: 40,
        pattern: versionPattern,
        placeholder: '1.6.0',
      },
      productField(say),
      {
        kind: 'pick',
        name: 'stage',
        label: say('releases.stage'),
        options: (['planned', 'out'] as const).map((id) => ({
          id,
          label: say(`releases.stage.${id}`),
        })),
      },
      stage === 'out'
        ? {
            kind: 'date',
            name: 'releasedOn',
            label: say('releases.releasedOn'),
            hint: say('releases.outNote'),
          }
        : {
            kind: 'date',
            name: 'plannedOn',
            label: say('releases.plannedOn'),
            hint: say('releases.plannedNote'),
            optional: true,
          },
      ...fixesFields(say, openOf(entering, product || 'main')),
    ],
    send: async (values, key) =>
      mapResult(
        await api.add(
          {
            product: values['product'] || 'main',
            version: values['version']?.trim() ?? '',
            ...(values['stage'] === 'out'
              ? { releasedOn: values['releasedOn'] ?? '' }
              : given('plannedOn', values['plannedOn'])),
            ...fixesOf(values),
          },
          key,
        ),
        () => null,
      ),
  };
};

const given = (name: string, value: string | undefined) => (value ? { [name]: value } : {});

/** Says what will happen before a version comes out. */
export const shipRelease = (
  say: SayVersions,
  api: ReleasesApi,
  release: ReleaseDetail,
): FormSpec => ({
  title: say('releases.ship'),
  submit: say('releases.ship'),
  subject: release.version,
  note: [
    say('releases.shipDay'),
    release.reach.tickets > 0
      ? `${say('reach.tickets', { count: release.waiting })} ${say('reach.people', { count: release.reach.people })}`
      : say('reach.nobody'),
    ...(release.ends.length > 0 ? [say('releases.shipEnds', { count: release.ends.length })] : []),
    say('releases.shipOnce'),
  ].join(' '),
  fields: () => [],
  send: async () => mapResult(await api.act(release, { act: 'publish' }), () => null),
  renew: async () =>
    mapResult(await api.read(release.id), (newest) => shipRelease(say, api, newest)),
});

/** Gives a version to come another day. */
export const planRelease = (
  say: SayVersions,
  api: ReleasesApi,
  release: ReleaseDetail,
): FormSpec => ({
  title: say('releases.plan'),
  submit: say('releases.plan'),
  subject: release.version,
  note: say('releases.planNote'),
  values: { on: release.plannedOn ?? '' },
  fields: () => [{ kind: 'date', name: 'on', label: say('releases.plannedOn') }],
  send: async ({ on = '' }) => mapResult(await api.act(release, { act: 'plan', on }), () => null),
  renew: async () =>
    mapResult(await api.read(release.id), (newest) => planRelease(say, api, newest)),
});
