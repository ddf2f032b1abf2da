"""The HTTP service: what every surface uses; each surface is a package above it, or a module of one."""
