/** Words of the further ways to a picture or a film: exact picture, camera, recording. */
export const en = {
  exact: 'Exact picture',
  record: 'Record the screen',
  photo: 'Take a photo',
  unmasked: 'This picture hides nothing: look at it before you send',
  masked: 'Private places are covered in the exact picture',
  noShare: 'The browser did not give the picture. Paste one or choose a file',
  notTaken: 'The page could not be pictured. Paste a picture or choose a file',
  lost: 'Files did not survive the reload: {names}. Add them again if they matter',
  smaller: {
    one: '{count} large photo was made smaller; place and time of shooting are removed',
    other: '{count} large photos were made smaller; place and time of shooting are removed',
  },
  cleaned: {
    one: 'Place and time of shooting are removed from {count} photo',
    other: 'Place and time of shooting are removed from {count} photos',
  },
  heic: 'HEIC is not opened here: send the photo as JPEG, on an iPhone “Most Compatible” in the camera’s formats',
  recording: 'Recording {time} of {most}, {size} MB of {limit}',
  recordsAll: 'Everything in sight is recorded, private places too',
  stop: 'Stop and attach',
  cancel: 'Do not keep',
  recorded: 'Recorded: {time}, {size} MB',
  notRecorded: 'The browser did not record. Choose a film as a file',
} as const;
