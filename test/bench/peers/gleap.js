import Gleap from 'gleap';

Gleap.setApiUrl(`${location.origin}/gleap/stub`);
Gleap.setFrameUrl(`${location.origin}/gleap/stub/form`);
Gleap.initialize('bench');
