#include "recording/flatfile.h"
namespace flowglass::recording { domain::Result<std::unique_ptr<FrameSource>> openFlatFile(const FlatFileConfig&) { return domain::Error{}; } }
