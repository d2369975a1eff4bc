import { channels } from '#shared/vocabulary.ts';

/** What kind of contact was had beside the desk. */
export const contactKinds = ['phone', 'manager', 'other'] as const;

/** How; `other` is a way that no list names, such as Skype or a talk. */
export const contactChannels = [...channels, 'other'] as const;

/** Why a contact is no request by the regulation. */
export const contactReasons = ['not_official', 'manager', 'in_writing_only'] as const;

/** What somebody is at a desk: who answers, who develops, who hears complaints. */
export const agentRoles = ['agent', 'developer', 'head'] as const;

/** Why somebody joins a ticket: to help the desk, or to advise the requester. */
export const participantPurposes = ['help', 'advice'] as const;

/** How the link of a guest ended. */
export const guestEnds = ['revoked', 'expired'] as const;

/** Where an online meeting stands. */
export const meetingStates = ['planned', 'held', 'cancelled'] as const;

/** What a proposal is about. */
export const ideaTargets = ['product', 'docs'] as const;

/** Why a person is erased; the log keeps it. */
export const eraseReasons = ['asked', 'ended', 'mistake'] as const;
