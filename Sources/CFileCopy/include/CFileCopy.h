#ifndef C_FILE_COPY_H
#define C_FILE_COPY_H

#include <sys/types.h>

/// Copies bytes of a file to where another one is written, without taking them out of the kernel.
///
/// @return The number of bytes that were copied, 0 at the file's end; -1 with `errno`, which is `ENOSYS`
/// where systems and file systems cannot do that.
ssize_t tidings_copy_file_range(int from, off_t offset, int to, size_t count);

#endif
