"""What students work with: the built notebook, its folder, and checks in their own kernel."""
